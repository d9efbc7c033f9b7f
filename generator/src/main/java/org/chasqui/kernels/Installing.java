package org.chasqui.kernels;

import java.util.Map;

/** What brings the programs that tests of notebooks need. */
public final class Installing {
  private static final Map<String, String> KERNELS =
      Map.of(
          "python3", "apt install python3-ipykernel, or pip install ipykernel",
          "ir", "apt install r-cran-irkernel, or in R: install.packages('IRkernel')",
          "julia", "in Julia: using Pkg; Pkg.add(\"IJulia\")",
          "bash", "pip install bash_kernel, then python3 -m bash_kernel.install");

  private Installing() {}

  /** How to get a kernel. */
  public static String kernel(String name) {
    String how = KERNELS.get(name);
    return how == null
        ? "Install the kernel that calls itself by this name, or name another in lesson.yaml."
        : "Install it: " + how + ".";
  }

  /** How to get Jupyter's client. */
  public static String client() {
    return "Install it: apt install python3-nbclient python3-ipykernel, or pip install nbclient"
        + " ipykernel. '--python PROGRAM' or the variable CHASQUI_PYTHON names a Python that has"
        + " it.";
  }
}
