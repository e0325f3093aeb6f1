/** The models of agents, from properties and from beans. */
@NullMarked
package dev.escapement.spring.model;

import org.jspecify.annotations.NullMarked;
