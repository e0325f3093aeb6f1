/** The tools of the service desk: one record of arguments each. */
@NullMarked
package dev.escapement.samples.retail.tool;

import org.jspecify.annotations.NullMarked;
