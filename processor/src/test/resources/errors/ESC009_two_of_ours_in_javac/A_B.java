package shop;

import dev.escapement.Tool;

@SuppressWarnings("ESC040")
// ERROR [ESC009] A_B needs the class shop.A_BSpec, but there is one
@Tool record A_B() {}
