package org.chasqui.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void findsTheWordThatWasMeant() {
    assertEquals(
        Optional.of("authors"), Suggestion.closest("autors", List.of("aliases", "authors")));
    assertEquals(Optional.of("title"), Suggestion.closest("titel", List.of("title", "tags")));
    assertEquals(Optional.of("Title"), Suggestion.closest("TITLE", List.of("Title")));
  }

  @Test
  void keepsQuietWhenNothingIsNear() {
    assertEquals(Optional.empty(), Suggestion.closest("colour", List.of("title", "tags")));
    assertEquals(Optional.empty(), Suggestion.closest("x", List.of()));
  }

  @Test
  void tiesGoToTheFirstInOrder() {
    assertEquals(Optional.of("bat"), Suggestion.closest("xat", List.of("cat", "bat")));
  }
}
