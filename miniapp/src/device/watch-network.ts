import Taro from '@tarojs/taro'

export function watchNetwork(onDown: () => void, onUp: () => void) {
  void Taro.getNetworkType({ success: ({ networkType }) => (networkType === 'none' ? onDown() : undefined) })
  Taro.onNetworkStatusChange(({ isConnected }) => (isConnected ? onUp() : onDown()))
}
