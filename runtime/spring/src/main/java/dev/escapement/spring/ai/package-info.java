/** Chat models of Spring AI as models of agents, and generated tools for Spring AI. */
@NullMarked
package dev.escapement.spring.ai;

import org.jspecify.annotations.NullMarked;
