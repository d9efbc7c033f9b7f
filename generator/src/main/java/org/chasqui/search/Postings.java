package org.chasqui.search;

import java.util.Arrays;

/**
 * The pages that have a word. Most of an index is what is known of words that stand nearly
 * everywhere and find nothing: of these only those pages are told that are about the word, or have
 * it in a heading or in their title; and of what is not rare, the section only there.
 */
final class Postings {
  /** A word of more pages than this, and more than an eighth of all, is common. */
  private static final int FEW = 64;

  private static final int COMMON = 8;

  /** A word of more than a twentieth of the pages, and half of {@link #FEW}, is not rare. */
  private static final int RARE = 20;

  private static final int WEIGHTS = 4;

  // Two numbers for each: the page and the weight, and the section.
  private int[] hits = new int[4];
  private int size;

  /** A page after all those before. */
  void add(int page, int weight, int section) {
    if (size == hits.length) {
      hits = Arrays.copyOf(hits, size * 2);
    }
    hits[size++] = page * WEIGHTS + weight;
    hits[size++] = section;
  }

  /**
   * Writes them.
   *
   * @param all how many pages there are
   */
  void write(int all, StringBuilder out) {
    int count = size / 2;
    boolean common = count > Math.max(FEW, all / COMMON);
    boolean rare = count <= Math.max(FEW / 2, all / RARE);
    int last = -1;
    for (int i = 0; i < size; i += 2) {
      int weight = hits[i] % WEIGHTS;
      if (weight > 0 || !common) {
        int page = hits[i] / WEIGHTS;
        Codec.number((page - last - 1) * WEIGHTS + weight, out);
        Codec.section(rare || weight > 0 ? hits[i + 1] : 0, out);
        last = page;
      }
    }
    if (common) {
      out.append('\t').append(count);
    }
  }
}
