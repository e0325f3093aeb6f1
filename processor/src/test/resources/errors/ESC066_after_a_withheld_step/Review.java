package shop;

import dev.escapement.Tool;

/** Review the mail. */
@Tool record Review() {}
