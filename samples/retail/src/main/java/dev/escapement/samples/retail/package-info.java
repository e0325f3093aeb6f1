/** An agent for the customer service of a shop, with an offline demonstration. */
@NullMarked
package dev.escapement.samples.retail;

import org.jspecify.annotations.NullMarked;
