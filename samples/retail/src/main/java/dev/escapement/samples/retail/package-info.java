/** The customer service of a shop as an agent: the desk that a model works at, and one conversation to watch. */
@NullMarked
package dev.escapement.samples.retail;

import org.jspecify.annotations.NullMarked;
