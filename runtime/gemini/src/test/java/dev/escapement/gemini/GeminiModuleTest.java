package dev.escapement.gemini;

import dev.escapement.fake.client.ModuleContract;

/** Tests of the Gemini client in an application that is a Java module. */
class GeminiModuleTest extends ModuleContract {

    GeminiModuleTest() {
        super(GeminiModel.class);
    }
}
