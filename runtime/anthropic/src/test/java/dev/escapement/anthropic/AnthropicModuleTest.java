package dev.escapement.anthropic;

import dev.escapement.fake.client.ModuleContract;

/** Tests of the Anthropic client in an application that is a Java module. */
class AnthropicModuleTest extends ModuleContract {

    AnthropicModuleTest() {
        super(AnthropicModel.class);
    }
}
