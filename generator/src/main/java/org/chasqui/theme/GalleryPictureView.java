package org.chasqui.theme;

/**
 * A picture of a gallery.
 *
 * @param src its URL
 * @param alt what it shows, in words
 * @param caption what is said below it; may be empty
 * @param credit whose it is; may be empty
 * @param href where it leads: the picture itself if the author says nothing else
 */
public record GalleryPictureView(String src, String alt, Html caption, Html credit, String href) {}
