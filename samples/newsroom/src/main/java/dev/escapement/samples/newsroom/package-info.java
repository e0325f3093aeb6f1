/** A newsroom of three agents: a writer and an editor take turns, and the newsroom decides in code what follows. */
@NullMarked
package dev.escapement.samples.newsroom;

import org.jspecify.annotations.NullMarked;
