/**
 * Agents that between them use everything that an agent can have, stopped at every moment and continued by others; see
 * {@code CrashTest}.
 */
package dev.escapement.processor.functional.agent.crash;
