/** The immutable and persistent collections. Uses only the JDK. */
@NullMarked
package dev.escapement.internal.collection;

import org.jspecify.annotations.NullMarked;
