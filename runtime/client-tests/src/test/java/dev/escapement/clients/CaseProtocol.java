package dev.escapement.clients;

/** The protocol of the requests of a case. */
enum CaseProtocol {

    /** OpenAI's Chat Completions. */
    CHAT,

    /** OpenAI's Responses. */
    RESP,

    /** Anthropic's Messages. */
    ANTH,

    /** Gemini's generateContent. */
    GEMINI
}
