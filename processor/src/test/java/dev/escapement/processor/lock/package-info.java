/** Tests of lock files. */
@NullMarked
package dev.escapement.processor.lock;

import org.jspecify.annotations.NullMarked;
