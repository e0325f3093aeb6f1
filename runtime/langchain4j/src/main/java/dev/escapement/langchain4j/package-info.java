/**
 * LangChain4j beside Escapement, in both directions: {@link dev.escapement.langchain4j.LangChain4jModel} lets an agent
 * talk to any chat model of LangChain4j, and {@link dev.escapement.langchain4j.LangChain4jTools} offers generated tools
 * to its AI services.
 */
@NullMarked
package dev.escapement.langchain4j;

import org.jspecify.annotations.NullMarked;
