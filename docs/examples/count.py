"""Count the ponds that were visited."""

# region count
ponds = ["north", "south"]
print(len(ponds))
# endregion
