/**
 * The servlet of the inbox and the API, and its connection to Spring Security. Types of Spring Security are only used by
 * classes that are loaded if the application has it.
 */
@NullMarked
package dev.escapement.spring.web;

import org.jspecify.annotations.NullMarked;
