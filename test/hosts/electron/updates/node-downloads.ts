import { type ClientRequest, type RequestOptions, request } from "node:http";
import {
  configureRequestOptions,
  configureRequestUrl,
  type DownloadOptions,
  HttpExecutor,
} from "builder-util-runtime";

/** Downloads as electron-updater does them in Electron, over Node's own HTTP. */
export class NodeDownloads extends HttpExecutor<ClientRequest> {
  createRequest(options: RequestOptions, callback: (response: unknown) => void): ClientRequest {
    return request(options, callback);
  }

  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const target: RequestOptions = { headers: { ...options.headers } };
      configureRequestUrl(url, target);
      configureRequestOptions(target);
      const callback = (error?: Error | null) =>
        error instanceof Error ? reject(error) : resolve(destination);
      const how = { destination, options, onCancel, callback, responseHandler: null };
      this.doDownload(target, how, 0);
    });
  }
}
