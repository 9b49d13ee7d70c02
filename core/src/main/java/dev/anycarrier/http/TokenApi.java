package dev.anycarrier.http;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;

/** A token endpoint: the client's address is the whole of it. */
interface TokenApi {

    @RequestLine("POST")
    @Headers("Accept: application/json")
    JsonNode token(Form form);
}
