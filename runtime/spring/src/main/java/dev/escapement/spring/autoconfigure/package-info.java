/** The auto-configurations of Spring Boot and their properties. */
@NullMarked
package dev.escapement.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
