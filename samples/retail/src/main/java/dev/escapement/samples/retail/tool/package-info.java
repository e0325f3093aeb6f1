/** The arguments of the tools that a model has at the service desk: plain data, one record each. */
@NullMarked
package dev.escapement.samples.retail.tool;

import org.jspecify.annotations.NullMarked;
