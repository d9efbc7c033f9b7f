package org.chasqui.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list: a lesson, a post, a job, an event, a person, an organisation, a hub.
 *
 * @param kind what it is: {@code lesson}, {@code episode}, {@code post}, {@code job}, {@code
 *     event}, {@code person}, {@code organisation}, {@code hub}, {@code page}
 * @param href its page, or where what it tells of is
 * @param away whether that is another site
 * @param title its title
 * @param summary a sentence or two; may be empty
 * @param note the language code if it is not translated, else empty
 * @param date its date, if it has one
 * @param facts short facts: a place, a time, authors
 * @param badge a word for its state, such as open; may be empty
 * @param state the state for style sheets: {@code open}, {@code closed}, {@code upcoming}, {@code
 *     past}, {@code active}, {@code planned}, {@code retired}; may be empty
 * @param picture its picture, if it has one
 */
public record CardView(
    String kind,
    String href,
    boolean away,
    Html title,
    Html summary,
    String note,
    @Nullable DateView date,
    List<Html> facts,
    String badge,
    String state,
    @Nullable PictureView picture) {

  /** The same where readers know one of its facts already. */
  public CardView without(Html fact) {
    List<Html> others = facts.stream().filter(f -> !f.equals(fact)).toList();
    return new CardView(
        kind, href, away, title, summary, note, date, others, badge, state, picture);
  }
}
