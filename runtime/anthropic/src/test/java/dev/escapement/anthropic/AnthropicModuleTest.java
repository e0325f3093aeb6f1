package dev.escapement.anthropic;

import dev.escapement.fake.client.ModuleContract;

/** The client in an application that is a Java module. */
class AnthropicModuleTest extends ModuleContract {

    AnthropicModuleTest() {
        super(AnthropicModel.class);
    }
}
