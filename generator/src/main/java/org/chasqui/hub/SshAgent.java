package org.chasqui.hub;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Talks to an ssh agent through its socket, as {@code SSH_AUTH_SOCK} names it. JGit's own way there
 * needs native code; Java has known such sockets since 16.
 *
 * <p>Each message is its length in four bytes, then a byte that says what it is, then the rest
 * (draft-ietf-sshm-ssh-agent).
 */
final class SshAgent extends AbstractConnector {
  private final Path socket;
  private @Nullable SocketChannel channel;

  private SshAgent(Path socket) {
    this.socket = socket;
  }

  /** Makes connections to the agent at a socket, whatever it is asked for. */
  static ConnectorFactory at(Path socket) {
    return new ConnectorFactory() {
      @Override
      public Connector create(@Nullable String identityAgent, File homeDir) {
        return new SshAgent(socket);
      }

      @Override
      public boolean isSupported() {
        return true;
      }

      @Override
      public String getName() {
        return "chasqui";
      }

      @Override
      public Collection<ConnectorDescriptor> getSupportedConnectors() {
        return List.of();
      }

      @Override
      public @Nullable ConnectorDescriptor getDefaultConnector() {
        return null;
      }
    };
  }

  @Override
  public boolean connect() {
    try {
      channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      // An agent that has gone offers no keys; those in files are tried.
      return false;
    }
  }

  @Override
  public byte[] rpc(byte command, byte[] message) throws IOException {
    SocketChannel open = channel;
    if (open == null) {
      throw new IOException("no ssh agent");
    }
    prepareMessage(command, message);
    ByteBuffer out = ByteBuffer.wrap(message);
    while (out.hasRemaining()) {
      open.write(out);
    }
    int length = toLength(command, read(open, 4));
    return read(open, length);
  }

  private static byte[] read(SocketChannel from, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (from.read(in) < 0) {
        throw new EOFException("the ssh agent hung up");
      }
    }
    return in.array();
  }

  @Override
  public void close() throws IOException {
    SocketChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }
}
