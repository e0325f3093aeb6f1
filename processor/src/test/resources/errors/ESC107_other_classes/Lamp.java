package shop;

import dev.escapement.Tool;

// GENERATED shop.LampSpec shop.SendMailsSpec
/** Switch the lamp on. */
@Tool record Lamp() {}
