/**
 * An integration with LangChain4j's chat models and AI services. {@link dev.escapement.langchain4j.LangChain4jModel}
 * makes a LangChain4j chat model available to agents, and {@link dev.escapement.langchain4j.LangChain4jTools} offers
 * generated tools to LangChain4j's AI services.
 *
 * <p>May use the runtime and LangChain4j.
 */
@NullMarked
package dev.escapement.langchain4j;

import org.jspecify.annotations.NullMarked;
