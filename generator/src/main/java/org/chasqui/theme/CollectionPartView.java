package org.chasqui.theme;

import java.util.List;

/**
 * What an episode contributes to a collection of its lesson.
 *
 * @param id an anchor
 * @param episode the episode
 * @param language the tag of the language of the HTML in it
 * @param direction that language's direction
 * @param points key points
 * @param figures pictures
 * @param texts exercises, or the whole text of the episode
 * @param view the episode as its own page has it
 */
public record CollectionPartView(
    String id,
    LinkView episode,
    String language,
    String direction,
    List<Html> points,
    List<FigureView> figures,
    List<Html> texts,
    EpisodeView view) {}
