/**
 * The classes that generated code calls. They are the JSON reader and writer, the codecs for JDK classes, and tables of
 * names and constants. For generated code only: compatible within a minor version, and not meant to be called by
 * applications.
 *
 * <p>May use {@code dev.escapement.json}, {@code dev.escapement.internal} and the annotations in
 * {@code dev.escapement}.
 */
@NullMarked
package dev.escapement.codegen;

import org.jspecify.annotations.NullMarked;
