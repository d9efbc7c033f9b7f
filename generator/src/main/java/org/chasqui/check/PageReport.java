package org.chasqui.check;

import java.util.List;
import java.util.Set;
import org.chasqui.site.OutputPath;

/**
 * What is worth keeping of a finished page after it was read.
 *
 * @param path its file
 * @param noindex whether it asks search engines to leave it out
 * @param missing those fragments that links ask for and the page does not have
 * @param findings what is wrong with it
 */
record PageReport(OutputPath path, boolean noindex, Set<String> missing, List<Finding> findings) {}
