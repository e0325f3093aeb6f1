package dev.escapement.run;

/**
 * A hook that encrypts the events of threads before a store writes them and decrypts them when it reads them. Agents,
 * phases, questions without their texts, and labels are stored in clear, because the index uses them. Checksums cover
 * the encrypted text. Implementations must be safe for concurrent use.
 */
public interface PayloadCipher {

    /**
     * Encrypts the JSON text of an event.
     *
     * @param threadId the id of the thread, for example to select a key
     * @param json the JSON text
     * @return any text without control characters, for example Base64
     */
    String encrypt(String threadId, String json);

    /**
     * Decrypts a text that {@link #encrypt} returned.
     *
     * @param threadId the id of the thread
     * @param text the encrypted text
     * @return the JSON text
     * @throws RuntimeException if the text cannot be decrypted; the store reports it as {@link CorruptThreadException}
     */
    String decrypt(String threadId, String text);
}
