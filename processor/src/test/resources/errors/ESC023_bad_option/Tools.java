package shop;

import dev.escapement.Tool;

// OPTION -Aescapement.naming=camelCase
// NOWHERE ERROR ESC023 escapement.naming, camelCase, [as_declared, snake_case]
// GENERATED shop.AskSpec
@SuppressWarnings("ESC040")
@Tool
record Ask(String text) {}
