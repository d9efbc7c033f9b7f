package org.chasqui.hub;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URL;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One request and its answer, under a total deadline. */
final class HttpExchange implements HttpConnection {
  private final HttpURLConnection connection;
  private final Deadline deadline;
  private final HttpConnections owner;

  HttpExchange(HttpURLConnection connection, Deadline deadline, HttpConnections owner) {
    this.connection = connection;
    this.deadline = deadline;
    this.owner = owner;
    connection.setConnectTimeout(deadline.readMillis());
    connection.setReadTimeout(deadline.readMillis());
  }

  private void check() throws InterruptedIOException {
    if (deadline.left().isZero()) {
      throw new InterruptedIOException("deadline");
    }
  }

  @Override
  public int getResponseCode() throws IOException {
    check();
    int status = connection.getResponseCode();
    owner.answered(connection, status);
    return status;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    check();
    return new FilterInputStream(connection.getInputStream()) {
      @Override
      public int read() throws IOException {
        check();
        return super.read();
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    check();
    return new FilterOutputStream(connection.getOutputStream()) {
      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        check();
        out.write(buffer, offset, length);
      }
    };
  }

  @Override
  public void connect() throws IOException {
    check();
    connection.connect();
  }

  @Override
  public URL getURL() {
    return connection.getURL();
  }

  @Override
  public String getResponseMessage() throws IOException {
    return connection.getResponseMessage();
  }

  @Override
  public Map<String, List<String>> getHeaderFields() {
    return connection.getHeaderFields();
  }

  @Override
  public void setRequestProperty(String key, String value) {
    connection.setRequestProperty(key, value);
  }

  @Override
  public void setRequestMethod(String method) throws ProtocolException {
    connection.setRequestMethod(method);
  }

  @Override
  public void setUseCaches(boolean caches) {
    connection.setUseCaches(caches);
  }

  // Ours are shorter, because they also know the deadline.
  @Override
  public void setConnectTimeout(int millis) {
    connection.setConnectTimeout(deadline.readMillis());
  }

  @Override
  public void setReadTimeout(int millis) {
    connection.setReadTimeout(deadline.readMillis());
  }

  @Override
  public @Nullable String getContentType() {
    return connection.getContentType();
  }

  @Override
  public @Nullable String getHeaderField(String name) {
    return connection.getHeaderField(name);
  }

  @Override
  public List<String> getHeaderFields(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return connection.getHeaderFields().entrySet().stream()
        .filter(e -> e.getKey() != null && e.getKey().toLowerCase(Locale.ROOT).equals(wanted))
        .flatMap(e -> e.getValue().stream())
        .toList();
  }

  @Override
  public int getContentLength() {
    return connection.getContentLength();
  }

  @Override
  public void setInstanceFollowRedirects(boolean follow) {
    connection.setInstanceFollowRedirects(follow);
  }

  @Override
  public void setDoOutput(boolean output) {
    connection.setDoOutput(output);
  }

  @Override
  public void setFixedLengthStreamingMode(int length) {
    connection.setFixedLengthStreamingMode(length);
  }

  @Override
  public void setChunkedStreamingMode(int length) {
    connection.setChunkedStreamingMode(length);
  }

  @Override
  public String getRequestMethod() {
    return connection.getRequestMethod();
  }

  @Override
  public boolean usingProxy() {
    return connection.usingProxy();
  }

  @Override
  public void configure(
      KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
      throws NoSuchAlgorithmException, KeyManagementException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust, random);
    ((HttpsURLConnection) connection).setSSLSocketFactory(context.getSocketFactory());
  }

  @Override
  public void setHostnameVerifier(HostnameVerifier verifier) {
    ((HttpsURLConnection) connection).setHostnameVerifier(verifier);
  }
}
