/** The health, the state and the meters of threads and of the worker. */
@NullMarked
package dev.escapement.spring.actuate;

import org.jspecify.annotations.NullMarked;
