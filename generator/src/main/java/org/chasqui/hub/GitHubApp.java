package org.chasqui.hub;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Gets the token of an installation of a GitHub App, which lasts an hour and reaches no more than
 * the installation does. The app proves who it is with a JSON Web Token (RFC 7519) that its private
 * key signs.
 */
final class GitHubApp {
  private static final String API = "https://api.github.com";
  private static final long SLOW_CLOCK = 60;
  private static final long LASTS = 540;
  private static final byte[] RSA = {
    0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  private final Secrets secrets;
  private final HubOptions options;
  private final Deadline deadline;

  GitHubApp(Secrets secrets, HubOptions options, Deadline deadline) {
    this.secrets = secrets;
    this.options = options;
    this.deadline = deadline;
  }

  /** A fresh token. */
  String token() throws IOException, Trouble {
    URI uri = uri();
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(java.time.Duration.ofMillis(deadline.readMillis()))
            .header("Accept", "application/vnd.github+json")
            .header("Authorization", "Bearer " + webToken())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NEVER)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 201) {
        throw new Trouble(
            Trouble.Code.AUTH, "GitHub gave the app no token: status " + answer.statusCode() + ".");
      }
      return string(answer.body(), "token")
          .orElseThrow(() -> new Trouble(Trouble.Code.AUTH, "GitHub's answer holds no token."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(Trouble.Code.TIMEOUT, "GitHub did not give the app a token in time.");
    }
  }

  private URI uri() throws Trouble {
    String api = secrets.look("GITHUB_APP_API").orElse(API).replaceAll("/+$", "");
    try {
      URI uri =
          new URI(
              api + "/app/installations/" + needed("GITHUB_APP_INSTALLATION") + "/access_tokens");
      if (!"https".equals(uri.getScheme())
          && !HubAddress.isLoopback(String.valueOf(uri.getHost()))) {
        throw new Trouble(Trouble.Code.AUTH, "GITHUB_APP_API must begin with https://.");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new Trouble(Trouble.Code.AUTH, "GITHUB_APP_API or _INSTALLATION makes no URL.");
    }
  }

  private String needed(String name) throws Trouble {
    return secrets
        .look(name)
        .orElseThrow(
            () ->
                new Trouble(
                    Trouble.Code.AUTH,
                    "A GitHub App needs its installation and its key. " + secrets.hint(name)));
  }

  private String webToken() throws Trouble {
    Clock clock =
        options
            .clock()
            .orElseThrow(() -> new Trouble(Trouble.Code.AUTH, "Nobody knows what time it is."));
    long now = clock.instant().getEpochSecond();
    String app = needed("GITHUB_APP").replaceAll("[^A-Za-z0-9_.-]", "");
    String text =
        base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(
                ("{\"iat\":"
                        + (now - SLOW_CLOCK)
                        + ",\"exp\":"
                        + (now + LASTS)
                        + ",\"iss\":\""
                        + app
                        + "\"}")
                    .getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key(needed("GITHUB_APP_KEY")));
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + base64(signature.sign());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Trouble(Trouble.Code.AUTH, "The file of GITHUB_APP_KEY holds no RSA private key.");
    } catch (IOException e) {
      throw new Trouble(Trouble.Code.AUTH, "The file of GITHUB_APP_KEY could not be read.");
    }
  }

  private static PrivateKey key(String file) throws IOException, GeneralSecurityException {
    String pem = Files.readString(Path.of(file));
    byte[] der =
        Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) [A-Z ]*-----", "").strip());
    boolean bare = pem.contains("BEGIN RSA PRIVATE KEY");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(bare ? wrapped(der) : der));
  }

  // GitHub hands out PKCS#1; Java reads PKCS#8, which is that behind a version and the algorithm.
  private static byte[] wrapped(byte[] key) {
    byte[] octets = der(0x04, key);
    byte[] content = new byte[3 + RSA.length + octets.length];
    ByteBuffer.wrap(content).put(new byte[] {0x02, 0x01, 0x00}).put(RSA).put(octets);
    return der(0x30, content);
  }

  private static byte[] der(int tag, byte[] content) {
    byte[] size = BigInteger.valueOf(content.length).toByteArray();
    byte[] out = new byte[2 + size.length + content.length];
    ByteBuffer.wrap(out).put((byte) tag).put((byte) (0x80 | size.length)).put(size).put(content);
    return out;
  }

  private static Optional<String> string(String text, String name) {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String found = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING && found.equals(name)) {
          return Optional.of(json.getString());
        }
        json.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
