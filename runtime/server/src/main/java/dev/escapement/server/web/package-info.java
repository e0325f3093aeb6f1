/** The static files of the inbox and of the inspector. */
@NullMarked
package dev.escapement.server.web;

import org.jspecify.annotations.NullMarked;
