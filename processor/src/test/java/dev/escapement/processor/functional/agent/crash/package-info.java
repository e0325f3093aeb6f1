/**
 * Agents that together have every feature, interrupted at every point and continued by other processes; see {@code
 * CrashTest}.
 */
package dev.escapement.processor.functional.agent.crash;
