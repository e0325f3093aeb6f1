package dev.escapement.openai;

import dev.escapement.fake.client.ModuleContract;

/** Tests of the OpenAI client in an application that is a Java module. */
class OpenAiModuleTest extends ModuleContract {

    OpenAiModuleTest() {
        super(OpenAiModel.class);
    }
}
