/** The tools of the service desk. Each is a record of arguments. */
@NullMarked
package dev.escapement.samples.retail.tool;

import org.jspecify.annotations.NullMarked;
