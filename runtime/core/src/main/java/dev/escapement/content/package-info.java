/**
 * Content of messages beyond text: files by reference to bytes that a {@link dev.escapement.content.ContentStore} keeps
 * by hash.
 */
@NullMarked
package dev.escapement.content;

import org.jspecify.annotations.NullMarked;
