/** The customer service of a shop as an agent, with an offline demonstration. */
@NullMarked
package dev.escapement.samples.retail;

import org.jspecify.annotations.NullMarked;
