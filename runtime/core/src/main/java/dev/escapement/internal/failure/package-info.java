/** The classification of exceptions and errors from code of applications. Uses only the JDK. */
@NullMarked
package dev.escapement.internal.failure;

import org.jspecify.annotations.NullMarked;
