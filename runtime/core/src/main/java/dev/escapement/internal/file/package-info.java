/** The operations on private and durable files that the stores share. Uses only the JDK. */
@NullMarked
package dev.escapement.internal.file;

import org.jspecify.annotations.NullMarked;
