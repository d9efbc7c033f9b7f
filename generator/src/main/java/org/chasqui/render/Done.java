package org.chasqui.render;

import java.util.List;
import org.chasqui.site.OutputFile;
import org.chasqui.site.RenderedSite.LinkUse;

/**
 * What one piece of work has made.
 *
 * @param files the files
 * @param links the internal links in them that an author wrote
 */
record Done(List<OutputFile> files, List<LinkUse> links) {}
