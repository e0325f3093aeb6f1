package dev.escapement.content;

import dev.escapement.internal.hash.Sha256;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A store in memory. */
final class InMemoryContentStore implements ContentStore {

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public Content.File put(String mediaType, String name, byte[] bytes) {
        EmptyContent.reject(name, bytes);
        byte[] copy = bytes.clone();
        Content.File file = new Content.File(mediaType, name, Sha256.hex(copy), copy.length);
        contents.putIfAbsent(file.sha256(), copy);
        return file;
    }

    @Override
    public boolean contains(Content.File file) {
        byte[] bytes = contents.get(file.sha256());
        return bytes != null && bytes.length == file.size();
    }

    @Override
    public byte[] read(Content.File file) {
        byte[] bytes = contents.get(file.sha256());
        if (bytes == null) {
            throw ContentException.unknown(file);
        } else if (bytes.length != file.size()) {
            throw ContentException.otherSize(file, bytes.length);
        }
        return bytes.clone();
    }
}
