package dev.escapement.server.threads;

import dev.escapement.Tool;

/**
 * Delegates a release.
 *
 * @param request The request
 */
@Tool
record PlanRelease(String request) {}
